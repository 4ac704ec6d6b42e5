package dev.rivulet.success.journey;

import dev.rivulet.success.journey.domain.Criterion.Kind;
import dev.rivulet.success.task.Severity;
import dev.rivulet.success.touch.domain.TouchModel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journey every tenant has: a manager joins when the signature is near and works with the customer for two months;
 * when it uses, likes and gets what it bought, it goes on in tech touch, to keep the load low: messages that send
 * themselves. It comes back by itself when its score falls.
 */
final class ReferenceJourney {

    static final String KEY = "two-months";
    static final String NAME = "Two months with a manager";
    static final UUID ID = UUID.nameUUIDFromBytes(("journey:" + KEY).getBytes(StandardCharsets.UTF_8));

    static final JourneyDefinition DEFINITION = new JourneyDefinition(
            TouchModel.LOW,
            true,
            List.of(
                    task("join", "The signature is near: introduce yourself", "Скоро подпись: познакомьтесь", 2),
                    step("signature", StepType.AWAIT_SUBSCRIPTION, null, null, null),
                    task(
                            "kickoff",
                            "Kick-off: agree how the promise is measured",
                            "Старт: договоритесь, как измерить обещанное",
                            5),
                    step("first-month", StepType.WAIT, 30, null, null),
                    step("used", StepType.CONDITION, null, List.of(at(Kind.LICENCES, "50")), "midterm"),
                    task(
                            "adoption",
                            "Few licences are used: plan who needs what",
                            "Лицензии простаивают: решите, кому что нужно",
                            3),
                    task(
                            "midterm",
                            "Half-time: go through use and promise",
                            "Середина пути: пройдите по использованию и обещанию",
                            5),
                    step("second-month", StepType.WAIT, 30, null, null),
                    step("review", StepType.REVIEW, null, null, null),
                    task("recovery", "The customer relapsed: find out why", "Клиент просел: выясните почему", 2),
                    step("recovery-month", StepType.WAIT, 30, null, null),
                    step("recovery-review", StepType.REVIEW, null, null, null),
                    message("under-way"),
                    step("month-alone", StepType.WAIT, 30, null, null),
                    step("used-alone", StepType.CONDITION, null, List.of(at(Kind.LICENCES, "50")), "quarter-alone"),
                    message("first-steps"),
                    step("quarter-alone", StepType.WAIT, 60, null, null),
                    message("how-it-goes")),
            new Exit(
                    List.of(at(Kind.SCORE, "60"), at(Kind.LICENCES, "50"), at(Kind.PROMISE, null)), 30, 2, "under-way"),
            new Relapse(BigDecimal.valueOf(50), "recovery"));

    private ReferenceJourney() {}

    private static StepSpec task(String key, String english, String russian, int dueInDays) {
        return new StepSpec(
                key,
                StepType.TASK,
                english,
                russian,
                dueInDays,
                Severity.MEDIUM,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** To everybody there, by the template of the same key. */
    private static StepSpec message(String template) {
        return new StepSpec(
                template, StepType.MESSAGE, null, null, null, null, template, null, null, null, null, null, null);
    }

    private static StepSpec step(
            String key,
            StepType type,
            @Nullable Integer days,
            @Nullable List<CriterionSpec> criteria,
            @Nullable String then) {
        return new StepSpec(key, type, null, null, null, null, null, null, null, days, criteria, then, null);
    }

    private static CriterionSpec at(Kind kind, @Nullable String value) {
        return new CriterionSpec(kind, value == null ? null : new BigDecimal(value));
    }
}
