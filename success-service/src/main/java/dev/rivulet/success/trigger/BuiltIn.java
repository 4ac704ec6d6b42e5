package dev.rivulet.success.trigger;

import dev.rivulet.success.task.Severity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that every tenant has from the beginning; it may be changed and switched off.
 *
 * @param key from which its id follows, the same in every tenant
 */
record BuiltIn(String key, String name, boolean enabled, RuleDefinition definition) {

    static final List<BuiltIn> ALL = List.of(
            new BuiltIn(
                    "score-low", "Score is low", true, rule(ConditionKind.SCORE_BELOW, "50", "55", "5", 3, 3, false)),
            new BuiltIn(
                    "score-drop", "Score falls", false, rule(ConditionKind.SCORE_DROP, "20", "10", "10", 14, 3, false)),
            new BuiltIn(
                    "payment-overdue",
                    "Payment is overdue",
                    true,
                    rule(ConditionKind.PAYMENT_OVERDUE, "14", "0", null, 14, 3, true)),
            new BuiltIn(
                    "licences-idle",
                    "Most licences lie idle",
                    false,
                    rule(ConditionKind.LICENCES_IDLE, "60", "50", null, 28, 5, true)),
            new BuiltIn(
                    "licences-full",
                    "Licences run out",
                    false,
                    rule(ConditionKind.LICENCES_FULL, "95", "85", "10", 28, 5, true)),
            new BuiltIn(
                    "renewal-near",
                    "A renewal comes near",
                    false,
                    rule(ConditionKind.RENEWAL_NEAR, "60", "90", null, 14, 5, true)),
            new BuiltIn(
                    "consumption-drop",
                    "Consumption falls",
                    true,
                    rule(ConditionKind.CONSUMPTION_DROP, "50", "25", "20", 28, 5, true)),
            new BuiltIn(
                    "account-suspended",
                    "Service is suspended",
                    true,
                    event(ConditionKind.ACCOUNT_SUSPENDED, Severity.URGENT, 7, 1)),
            new BuiltIn(
                    "low-answer",
                    "A survey is answered low",
                    true,
                    event(ConditionKind.LOW_ANSWER, Severity.HIGH, 7, 2)),
            new BuiltIn(
                    "promise-overdue",
                    "A promise is overdue",
                    true,
                    event(ConditionKind.PROMISE_OVERDUE, Severity.HIGH, 1, 3)));

    UUID id() {
        return UUID.nameUUIDFromBytes(("trigger-rule:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static RuleDefinition event(ConditionKind kind, Severity severity, int cooldownDays, int dueInDays) {
        return new RuleDefinition(
                new Condition(kind, null, null, null, null),
                cooldownDays,
                severity,
                dueInDays,
                true,
                null,
                "success",
                null);
    }

    private static RuleDefinition rule(
            ConditionKind kind,
            String at,
            String rearmAt,
            @Nullable String worsening,
            int cooldownDays,
            int dueInDays,
            boolean workingDays) {
        var condition = new Condition(
                kind,
                new BigDecimal(at),
                new BigDecimal(rearmAt),
                worsening == null ? null : new BigDecimal(worsening),
                null);
        return new RuleDefinition(
                condition, cooldownDays, Severity.HIGH, dueInDays, workingDays, null, "success", null);
    }
}
