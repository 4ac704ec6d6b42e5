package dev.rivulet.catalog.segment.domain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that name nobody: a segment is a person's problem, not "everyone" and not a size of company. Only the whole
 * text counts: "everyone who hires in autumn" does name somebody.
 */
public final class Everyone {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> NOBODY = Set.of(
            "everyone",
            "everybody",
            "anyone",
            "anybody",
            "all",
            "all of them",
            "all people",
            "all companies",
            "all customers",
            "all clients",
            "all businesses",
            "any company",
            "any business",
            "the whole market",
            "companies",
            "customers",
            "businesses",
            "large companies",
            "big companies",
            "medium companies",
            "small companies",
            "large business",
            "small business",
            "small businesses",
            "large enterprises",
            "enterprises",
            "enterprise",
            "big business",
            "medium businesses",
            "smb",
            "b b",
            "the mass market",
            "the general public",
            "all industries",
            "any industry",
            "organizations",
            "organisations",
            "everyone who needs it",
            "anyone who needs it",
            "все",
            "всё",
            "всем",
            "для всех",
            "все подряд",
            "все люди",
            "все компании",
            "все клиенты",
            "каждый",
            "любой",
            "любая компания",
            "любой бизнес",
            "кто угодно",
            "весь рынок",
            "компании",
            "клиенты",
            "бизнес",
            "крупные компании",
            "большие компании",
            "средние компании",
            "малые компании",
            "маленькие компании",
            "крупный бизнес",
            "средний бизнес",
            "малый бизнес",
            "большой бизнес",
            "мсп",
            "крупные предприятия",
            "предприятия",
            "организации",
            "любые компании",
            "любые организации",
            "для любого бизнеса",
            "для всех компаний",
            "все отрасли",
            "любая отрасль",
            "все желающие",
            "всех",
            "широкая аудитория",
            "массовый рынок",
            "все кому это нужно");

    private Everyone() {}

    /** Whether the text, its case, spacing and punctuation apart, means everyone; one without a letter names nobody either. */
    public static boolean isMeantBy(String text) {
        var words = NOT_A_LETTER
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return words.isEmpty() || NOBODY.contains(words);
    }
}
