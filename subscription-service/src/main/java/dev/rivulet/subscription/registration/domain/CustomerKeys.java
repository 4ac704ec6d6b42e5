package dev.rivulet.subscription.registration.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is known by, however it is written: the bare name without its legal form, the tax id, the internet
 * domain. Whoever shares one of these is the same customer. In alphabetical order, so that all claim them in the same.
 */
public final class CustomerKeys {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "ug",
            "ohg",
            "se",
            "ev",
            "ltd",
            "limited",
            "llc",
            "llp",
            "plc",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "oyj",
            "aps",
            "sro",
            "zrt",
            "kft",
            "ооо",
            "оао",
            "зао",
            "ао",
            "пао",
            "нао",
            "ип",
            "тоо");

    private CustomerKeys() {}

    public static SortedSet<String> of(String name, @Nullable String taxId, @Nullable String domain) {
        var keys = new TreeSet<String>();
        keys.add("name:" + name(name));
        if (taxId != null && !alphanumeric(taxId).isEmpty()) {
            keys.add("tax:" + alphanumeric(taxId));
        }
        if (domain != null) {
            keys.add("domain:" + domain(domain));
        }
        return keys;
    }

    /** "ООО «Ромашка»", "Ромашка, ООО" and "ромашка" are one. */
    static String name(String written) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                // G.m.b.H. and a.s. are words, not letters.
                .replaceAll("\\.(?=\\p{L}\\b)|(?<=\\b\\p{L})\\.", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        var words = new ArrayList<>(Arrays.asList(plain.split(" ")));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getFirst())) {
            words.removeFirst();
        }
        // A name of signs alone is known by them.
        return plain.isEmpty() ? written.strip().toLowerCase(Locale.ROOT) : String.join(" ", words);
    }

    private static String alphanumeric(String taxId) {
        return Normalizer.normalize(taxId, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static String domain(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceFirst("^(www\\.)+", "");
    }
}
