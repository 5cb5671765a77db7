#include "fuzz/corpus.h"

#include <QFile>

#include <cstdlib>
#include <string_view>

namespace gatehouse::fuzz {

void writeCorpusIfAsked(int argc, char **argv, const QList<QByteArray> &frames)
{
    constexpr std::string_view flag = "--corpus=";
    for (int i = 1; i < argc; ++i) {
        if (!std::string_view(argv[i]).starts_with(flag))
            continue;
        for (qsizetype frame = 0; frame < frames.size(); ++frame) {
            QFile file(QFile::decodeName(argv[i] + flag.size()) + QStringLiteral("/frame%1").arg(frame));
            if (!file.open(QIODevice::WriteOnly) || file.write(frames[frame]) != frames[frame].size())
                std::exit(1);
        }
        std::exit(0);
    }
}

} // namespace gatehouse::fuzz
