package dev.rivulet.catalog.segment.domain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts that name nobody: a segment is a person's problem, not "everyone" and not a size of company. Only the whole
 * text counts: "everyone who hires in autumn" does name somebody. A text names nobody when no word of it would tell two
 * buyers apart, in whatever form the words stand: "крупным и средним компаниям" no more than "large companies".
 */
public final class Everyone {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

    private static final String ADJECTIVE =
            "(ый|ой|ий|ая|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ей|ую|юю|ых|их|ыми|ими)";

    /** Words that fit any buyer. */
    private static final Pattern ANY_BUYER = words(
            "all|any|every|each|everyone|everybody|anyone|anybody|whoever|whole|entire|general|various|different",
            "весь|вся|всё|все|всего|всей|всем|всеми|всех|всю|угодно|подряд",
            "люб(ой|ая|ое|ые|ого|ому|ым|ом|ую|ых|ыми)|(кажд|разн)" + ADJECTIVE,
            "large|larger|big|bigger|huge|medium|mid|midsize|small|smaller|mass|major|wide",
            "smb|smbs|sme|smes|b|мсп|мсб|смб|смсп",
            "(крупн|крупнейш|больш|средн|мал|маленьк|мелк|массов|широк)" + ADJECTIVE,
            "company|companies|corporation|corporations|corporate|corporates|firm|firms|business|businesses",
            "enterprise|enterprises|organization|organizations|organisation|organisations",
            "customer|customers|client|clients|consumer|consumers|user|users",
            "(компани|корпораци|организаци|предприяти)\\p{L}{1,3}|бизнес(а|у|ом|е|ы|ов|ам|ами|ах)?",
            "(фирм|клиент|холдинг)(а|у|ом|ой|е|ы|и|ов|ам|ами|ах)?|заказчик(а|у|ом|и|е|ов|ам|ами|ах)?",
            "(покупател|потребител|пользовател)(ь|я|ю|ем|е|и|ей|ям|ями|ях)");

    /** Words that stand between and beside those, and mean nobody with them alone. */
    private static final Pattern BESIDE = words(
            "a|an|the|of|for|and|or|to|in|them|who|that|needs|need|it|our|with|kind|kinds|type|types|c|g",
            "size|sizes|sized|people|person|persons|public|audience|audiences|market|markets|industry|industries",
            "для|и|или|а|в|с|на|это|этого|кто|кому|нужно|нужен|нужна|нужны|наш(а|е|и|его|ей|ему|их|им|у)?|тип(а|ов)?",
            "(размер|масштаб)(а|ом|ов|ами)?|люди|людей|людям|людьми|людях|аудитори\\p{L}{1,3}|желающ" + ADJECTIVE,
            "рынок|рынк(а|у|ом|е|и|ов|ам|ами|ах)|отрасл(ь|и|ью|ей|ям|ями|ях)");

    private Everyone() {}

    private static Pattern words(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives));
    }

    /** Whether the text, its case, spacing and punctuation apart, means everyone; one without a letter names nobody either. */
    public static boolean isMeantBy(String text) {
        var words = NOT_A_LETTER
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() || (has(words, ANY_BUYER) && words.stream().allMatch(Everyone::isVague));
    }

    private static boolean isVague(String word) {
        return ANY_BUYER.matcher(word).matches() || BESIDE.matcher(word).matches();
    }

    private static boolean has(List<String> words, Pattern pattern) {
        return words.stream().anyMatch(word -> pattern.matcher(word).matches());
    }
}
