package dev.rivulet.subscription.bank.domain;

import java.util.Locale;

/** Whether two ways to write a name mean the same payer, as far as a suggestion goes. */
public final class PayerName {

    private PayerName() {}

    public static boolean isAlike(String one, String other) {
        var a = plain(one);
        var b = plain(other);
        return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
