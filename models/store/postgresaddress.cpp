#include "store/postgresaddress.h"

#include "store/workspace.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

namespace {

constexpr QLatin1StringView schemes[] = {"postgresql://"_L1, "postgres://"_L1};

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Error malformed()
{
    // Without the given text: it may hold a password.
    return {ErrorKind::Invalid, ErrorCode::ValueUnknown, u"address"_s, {{}, u"postgresql://user@host:5432/database"_s}};
}

bool isLocal(const QString &host)
{
    // Whole, because a name may begin like an address.
    static const QRegularExpression loopback(u"^127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}$"_s);
    // "@" begins an abstract Unix socket.
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@') || host == "localhost"_L1
           || host == "::1"_L1 || loopback.match(host).hasMatch();
}

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

// "host", "host:5432", "[::1]:5432"
std::optional<std::pair<QString, QString>> hostAndPort(const QString &text)
{
    static const QRegularExpression shape(u"^(?:\\[([^]]*)\\]|([^:]*))(?::(\\d*))?\\z"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return {};
    return std::pair{decoded(match.captured(1) + match.captured(2)), match.captured(3)};
}

// What is shown may hold no password that stands in the wrong place: one with a "/" in it would end up in the name of
// the database, an address inside an address in the host's.
bool mayBeShown(const QString &host, const QString &database)
{
    static const QRegularExpression strange(u"[@=]|:/"_s);
    const bool socket = host.startsWith(u'/') || host.startsWith(u'@');
    return (socket || !strange.match(host).hasMatch()) && !strange.match(database).hasMatch();
}

} // namespace

bool isPostgresAddress(const QString &workspace)
{
    static const QRegularExpression scheme(u"^\\s*postgres(?:ql)?:"_s, QRegularExpression::CaseInsensitiveOption);
    // Those of libpq that somebody writes by hand; "./" in front makes a file name of anything.
    static const QRegularExpression keyword(
        u"(?:^|\\s)(?:host|hostaddr|port|dbname|user|(?:ssl)?password|passfile|service|servicefile|options|"
        "connect_timeout|application_name|target_session_attrs|require_auth|ssl[a-z_]+|krb[a-z_]+|gss[a-z_]+)\\s*="_s,
        QRegularExpression::CaseInsensitiveOption);
    return scheme.match(workspace).hasMatch() || keyword.match(workspace).hasMatch();
}

Result<PostgresAddress> PostgresAddress::parse(const QString &address)
{
    PostgresAddress parsed;
    const auto scheme = std::find_if(std::cbegin(schemes), std::cend(schemes),
                                     [&](QLatin1StringView candidate) { return address.startsWith(candidate); });
    auto read =
        scheme == std::cend(schemes) ? parsed.readKeywords(address) : parsed.readUri(address.mid(scheme->size()));
    if (!read)
        return read.error();
    if (!mayBeShown(parsed.value(u"host"_s), parsed.value(u"dbname"_s)))
        return malformed();
    parsed.addDefaults();
    for (auto setting = parsed.m_settings.cbegin(); setting != parsed.m_settings.cend(); ++setting) {
        // QPSQL turns every ";" of the options into a space.
        static const QStringList carriedApart{u"dbname"_s, u"host"_s, u"password"_s, u"user"_s};
        if (setting.value().contains(u';') && !carriedApart.contains(setting.key()))
            return Error{ErrorKind::Invalid, ErrorCode::TextForbidden, setting.key(), {}};
    }
    return parsed;
}

Result<void> PostgresAddress::readUri(const QString &rest)
{
    const QString place = rest.section(u'?', 0, 0);
    if (!readAuthority(place.section(u'/', 0, 0)))
        return malformed();
    if (const QString database = decoded(place.section(u'/', 1)); !database.isEmpty())
        m_settings.insert(u"dbname"_s, database);
    for (const QString &parameter : rest.section(u'?', 1).split(u'&', Qt::SkipEmptyParts)) {
        if (!parameter.contains(u'='))
            return malformed();
        m_settings.insert(decoded(parameter.section(u'=', 0, 0)), decoded(parameter.section(u'=', 1)));
    }
    return {};
}

bool PostgresAddress::readAuthority(const QString &authority)
{
    const auto at = authority.lastIndexOf(u'@');
    const QString user = at < 0 ? QString() : authority.left(at);
    if (!user.isEmpty())
        m_settings.insert(u"user"_s, decoded(user.section(u':', 0, 0)));
    if (user.contains(u':'))
        m_settings.insert(u"password"_s, decoded(user.section(u':', 1)));

    QStringList hosts;
    QStringList ports;
    for (const QString &one : authority.mid(at + 1).split(u',')) {
        const auto read = hostAndPort(one);
        if (!read)
            return false;
        hosts.append(read->first);
        ports.append(read->second);
    }
    if (const QString all = hosts.join(u','); !all.isEmpty())
        m_settings.insert(u"host"_s, all);
    if (std::any_of(ports.cbegin(), ports.cend(), [](const QString &port) { return !port.isEmpty(); }))
        m_settings.insert(u"port"_s, ports.join(u','));
    return true;
}

Result<void> PostgresAddress::readKeywords(const QString &text)
{
    static const QRegularExpression setting(uR"(\G\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|([^\s']*))(?=\s|$))"_s);
    static const QRegularExpression escape(u"\\\\(.)"_s);
    qsizetype end = 0;
    for (auto match = setting.match(text); match.hasMatch(); match = setting.match(text, end)) {
        end = match.capturedEnd();
        QString value = match.captured(2) + match.captured(3);
        m_settings.insert(match.captured(1), value.replace(escape, u"\\1"_s));
    }
    if (m_settings.isEmpty() || !text.mid(end).trimmed().isEmpty())
        return malformed();
    return {};
}

void PostgresAddress::addDefaults()
{
    // libpq asks the environment for what the address leaves open.
    const auto orElse = [this](const QString &keyword, const char *variable) {
        return m_settings.contains(keyword) ? value(keyword) : qEnvironmentVariable(variable);
    };
    const QStringList hosts = orElse(u"host"_s, "PGHOST").split(u',');
    const QStringList reached = hosts + orElse(u"hostaddr"_s, "PGHOSTADDR").split(u',');
    // What a service file says is not read here.
    const bool local =
        orElse(u"service"_s, "PGSERVICE").isEmpty() && std::all_of(reached.cbegin(), reached.cend(), isLocal);
    const auto addDefault = [this](const QString &keyword, const QString &value) {
        if (!m_settings.contains(keyword))
            m_settings.insert(keyword, value);
    };
    addDefault(u"application_name"_s, u"gatehouse"_s);
    addDefault(u"connect_timeout"_s, u"10"_s);
    if (hosts.size() > 1)
        addDefault(u"target_session_attrs"_s, u"read-write"_s);
    if (!local)
        addDefault(u"sslmode"_s, u"verify-full"_s);
}

QString PostgresAddress::otherOptions() const
{
    static const QStringList apart{u"dbname"_s, u"host"_s, u"password"_s, u"user"_s};
    QStringList options;
    for (auto setting = m_settings.cbegin(); setting != m_settings.cend(); ++setting) {
        if (!apart.contains(setting.key()))
            options.append(setting.key() + u'=' + quoted(setting.value()));
    }
    return options.join(u' ');
}

QString PostgresAddress::displayName() const
{
    const QString database = value(u"dbname"_s).isEmpty() ? value(u"user"_s) : value(u"dbname"_s);
    const QString host = value(u"host"_s).isEmpty() ? value(u"hostaddr"_s) : value(u"host"_s);
    const bool local = host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@');
    const QString shown = local ? u"localhost"_s : host;
    static const QRegularExpression number(u"^[0-9]{1,5}\\z"_s);
    const QString port = value(u"port"_s);
    const QString place =
        port == "5432"_L1 || !number.match(port).hasMatch() ? shown : u"%1, port %2"_s.arg(shown, port);
    return database.isEmpty() ? place : u"%1 on %2"_s.arg(database, place);
}

} // namespace gatehouse::store
