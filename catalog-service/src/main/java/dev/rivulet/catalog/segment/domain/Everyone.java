package dev.rivulet.catalog.segment.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts that name nobody: a segment is a person's problem, not "everyone" and not a size of company. Only the whole
 * text counts: "everyone who hires in autumn" does name somebody. A text names nobody when no word of it would tell two
 * buyers apart, in whatever form the words stand: "крупным и средним компаниям" no more than "large companies".
 */
public final class Everyone {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

    /** Such as the soft hyphen. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /** The trade, not the pronoun; where all is in capitals nobody can tell. */
    private static final Pattern TRADE = Pattern.compile("(?<!\\p{L})IT(?!\\p{L})");

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
            "customer|customers|client|clients|consumers|user|users|people|persons",
            "(компани|корпораци|организаци|предприяти)\\p{L}{1,3}|бизнес(а|у|ом|е|ы|ов|ам|ами|ах)?",
            "люди|людей|людям|людьми|людях",
            "(фирм|клиент|холдинг)(а|у|ом|ой|е|ы|и|ов|ам|ами|ах)?|заказчик(а|у|ом|и|е|ов|ам|ами|ах)?",
            "(покупател|потребител|пользовател)(ь|я|ю|ем|е|и|ей|ям|ями|ях)");

    /** Words that stand between and beside those, and mean nobody with them alone. */
    private static final Pattern BESIDE = words(
            "a|an|the|of|for|and|or|to|in|on|them|who|that|it|our|with|else|other|others|kind|kinds|type|types|c|g",
            "size|sizes|sized|person|public|consumer|audience|audiences|market|markets|industry|industries",
            "world|worldwide|globe|earth|around|across|country|everywhere|anywhere",
            "для|и|или|а|в|с|на|это|этого|кто|кому|наш(а|е|и|его|ей|ему|их|им|у)?|тип(а|ов)?|везде|повсюду",
            "(размер|масштаб)(а|ом|ов|ами)?|аудитори\\p{L}{1,3}|(желающ|остальн|друг|проч)" + ADJECTIVE,
            "мир(а|у|ом|е)?|свет(а|е)?|стран(а|ы|е)",
            "рынок|рынк(а|у|ом|е|и|ов|ам|ами|ах)|отрасл(ь|и|ью|ей|ям|ями|ях)");

    /** Who needs it is nobody in particular; what is needed is a problem. */
    private static final Pattern NEED = words("need|needs|нужно|нужен|нужна|нужны");

    private Everyone() {}

    private static Pattern words(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives));
    }

    /**
     * Whether the text, its case, spacing, punctuation, width of letters and what nobody sees of it apart, means everyone;
     * one without a letter names nobody either.
     */
    public static boolean isMeantBy(String text) {
        return isVague(text, word -> is(word, BESIDE) || is(word, NEED));
    }

    /** Whether the text tells no problem, because anybody has it. */
    public static boolean isProblemIn(String text) {
        return isVague(text, word -> is(word, BESIDE));
    }

    private static boolean isVague(String text, Predicate<String> filler) {
        var seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        var told = seen.equals(seen.toUpperCase(Locale.ROOT))
                ? seen
                : TRADE.matcher(seen).replaceAll("informatics");
        var words = NOT_A_LETTER
                .splitAsStream(told.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty()
                || (words.stream().anyMatch(word -> is(word, ANY_BUYER))
                        && words.stream().allMatch(word -> is(word, ANY_BUYER) || filler.test(word)));
    }

    private static boolean is(String word, Pattern pattern) {
        return pattern.matcher(word).matches();
    }
}
