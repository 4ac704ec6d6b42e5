package dev.rivulet.success.review;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** The words of a review, and how numbers and dates are written, in English or Russian. */
record ReviewTexts(Locale locale) {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("ru"));

    /** In the first language of the reader that is spoken here, or English. */
    static ReviewTexts of(List<Locale> wanted) {
        for (var locale : wanted) {
            for (var spoken : SPOKEN) {
                if (locale.getLanguage().equals(spoken.getLanguage())) {
                    return new ReviewTexts(spoken);
                }
            }
        }
        return new ReviewTexts(Locale.ENGLISH);
    }

    String of(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), Locale.ROOT).format(arguments);
    }

    /** The name of a code; one that has none yet is its own. */
    String name(String group, Object code) {
        try {
            return bundle().getString(group + "." + code);
        } catch (MissingResourceException e) {
            return code.toString();
        }
    }

    /** A figure, or that there is too little to tell one and why. */
    String orTooLittle(@Nullable String figure, @Nullable String reason) {
        if (figure != null) {
            return figure;
        }
        return reason == null ? of("too-little") : of("too-little-because", name("reason", reason));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String day(Instant time, ZoneId zone) {
        return day(LocalDate.ofInstant(time, zone));
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    String money(Money money) {
        return number(money.decimal()) + " " + money.currency().getCurrencyCode();
    }

    /** With the decimals it has. */
    String number(BigDecimal number) {
        var format = NumberFormat.getInstance(locale);
        var decimals = Math.max(0, number.scale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    String number(long number) {
        return NumberFormat.getInstance(locale).format(number);
    }

    /** A change, always with its sign. */
    String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }

    /** A share from 0 to 1 as a percentage with one decimal. */
    String percent(BigDecimal share) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** The interval of a figure, or nothing where there is none. */
    String interval(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return low == null || high == null ? "" : of("interval", number(low), number(high));
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                "review",
                locale,
                Thread.currentThread().getContextClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
