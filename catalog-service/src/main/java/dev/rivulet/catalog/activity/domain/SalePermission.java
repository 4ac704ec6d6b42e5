package dev.rivulet.catalog.activity.domain;

import dev.rivulet.catalog.activity.domain.SaleRule.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sale is allowed, and everything that speaks against it.
 *
 * @param verdict the gravest of the reasons; YES without any
 */
public record SalePermission(Verdict verdict, List<Reason> reasons) {

    private static final String OKVED2 = "OKVED2";

    /** From nothing in the way to nothing to be done about it. */
    public enum Verdict {
        YES,
        /** A licence is needed that the seller does not hold on that day. */
        LICENSED,
        /** A code is needed that the seller does not hold. */
        NEEDS_CODE,
        BANNED
    }

    /** Why something speaks against it. */
    public enum Cause {
        /** The product's own activity. */
        PRODUCT,
        /** Nobody has said which activity the product is for this seller. */
        PRODUCT_WITHOUT_CODE,
        /** Delivery, storage or packing that comes along. */
        SERVICE_LINE,
        /** A dated rule. */
        RULE
    }

    /** One thing that speaks against the sale. */
    public record Reason(
            Verdict verdict,
            Cause cause,
            @Nullable String code,
            @Nullable ServiceLine line,
            @Nullable SaleRule rule) {}

    public static SalePermission of(SaleQuestion asked) {
        var reasons = new ArrayList<Reason>();
        ofTheProduct(asked, reasons);
        ofTheLines(asked, reasons);
        ofTheRules(asked, reasons);
        reasons.sort(Comparator.comparing(Reason::verdict).reversed());
        return new SalePermission(
                reasons.isEmpty() ? Verdict.YES : reasons.getFirst().verdict(), List.copyOf(reasons));
    }

    private static void ofTheProduct(SaleQuestion asked, List<Reason> reasons) {
        var code = asked.code();
        if (code == null) {
            reasons.add(new Reason(Verdict.NEEDS_CODE, Cause.PRODUCT_WITHOUT_CODE, null, null, null));
            return;
        }
        require(asked, Cause.PRODUCT, code, null, reasons);
    }

    private static void ofTheLines(SaleQuestion asked, List<Reason> reasons) {
        if (!asked.scheme().equals(OKVED2)) {
            return;
        }
        for (var line : asked.lines()) {
            var ruled = asked.rules().stream()
                    .anyMatch(rule -> rule.kind() == Kind.NEEDS_CODE && rule.line() == line && applies(rule, asked));
            if (!ruled) {
                require(asked, Cause.SERVICE_LINE, line.okved2(), line, reasons);
            }
        }
    }

    /** The code, and its licence where the edition asks for one. */
    private static void require(
            SaleQuestion asked, Cause cause, String code, @Nullable ServiceLine line, List<Reason> reasons) {
        if (!CodeTree.anyCovers(asked.held(), code)) {
            reasons.add(new Reason(Verdict.NEEDS_CODE, cause, code, line, null));
        }
        if (asked.licensed().contains(code) && !licensed(asked, code)) {
            reasons.add(new Reason(Verdict.LICENSED, cause, code, line, null));
        }
    }

    private static void ofTheRules(SaleQuestion asked, List<Reason> reasons) {
        for (var rule : asked.rules()) {
            var code = rule.code();
            if (!applies(rule, asked)) {
                continue;
            }
            if (rule.kind() == Kind.BANNED || code == null) {
                reasons.add(new Reason(Verdict.BANNED, Cause.RULE, null, rule.line(), rule));
            } else if (rule.kind() == Kind.NEEDS_CODE && !CodeTree.anyCovers(asked.held(), code)) {
                reasons.add(new Reason(Verdict.NEEDS_CODE, Cause.RULE, code, rule.line(), rule));
            } else if (rule.kind() == Kind.LICENSED && !licensed(asked, code)) {
                reasons.add(new Reason(Verdict.LICENSED, Cause.RULE, code, rule.line(), rule));
            }
        }
    }

    private static boolean applies(SaleRule rule, SaleQuestion asked) {
        var line = rule.line();
        return rule.holdsOn(asked.day())
                && (rule.goods() == null || rule.goods().equals(asked.goods()))
                && (rule.channel() == null || rule.channel() == asked.channel())
                && (line == null || asked.lines().contains(line));
    }

    private static boolean licensed(SaleQuestion asked, String code) {
        return asked.licences().stream().anyMatch(licence -> licence.allows(code, asked.day()));
    }
}
