#pragma once

namespace gatehouse::store {

// The two databases that can be an authority. What differs between them is named where it is used; everything else is
// one set of SQL.
enum class Dialect { Sqlite, Postgres };

} // namespace gatehouse::store
