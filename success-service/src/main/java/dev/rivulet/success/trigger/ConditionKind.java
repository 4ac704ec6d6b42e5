package dev.rivulet.success.trigger;

import dev.rivulet.success.task.TaskKind;
import dev.rivulet.success.trigger.domain.Direction;
import org.jspecify.annotations.Nullable;

/** What a rule can watch. */
public enum ConditionKind {
    /** The score, or a component of it, is below {@code at} points. */
    SCORE_BELOW(Direction.BELOW, TaskKind.SCORE_LOW, 100),
    /** The score has fallen by {@code at} points within 30 days. */
    SCORE_DROP(Direction.ABOVE, TaskKind.SCORE_LOW, 100),
    /** The oldest unpaid invoice is overdue for {@code at} days. */
    PAYMENT_OVERDUE(Direction.ABOVE, TaskKind.PAYMENT_OVERDUE, 3_650),
    /** So many percent of the licences lie idle. */
    LICENCES_IDLE(Direction.ABOVE, TaskKind.USAGE_DROP, 100),
    /** So many percent of the licences are taken: by who uses something or, by the customer's word, holds one. */
    LICENCES_FULL(Direction.ABOVE, TaskKind.EXPANSION, 1_000),
    /** There are less than {@code at} days to the next renewal, or decided end, of a subscription. */
    RENEWAL_NEAR(Direction.BELOW, TaskKind.RENEWAL, 730),
    /** User-days have fallen by so many percent against the four weeks before. */
    CONSUMPTION_DROP(Direction.ABOVE, TaskKind.USAGE_DROP, 100),
    /** The subscription service stopped the customer's service for its debts. */
    ACCOUNT_SUSPENDED(null, TaskKind.PAYMENT_OVERDUE, 0),
    /** Somebody at the customer gave a survey a low answer. */
    LOW_ANSWER(null, TaskKind.LOW_ANSWER, 0),
    /** A promise's day has gone by without the customer's word on it. */
    PROMISE_OVERDUE(null, TaskKind.PROMISE_OVERDUE, 0);

    /** Null: it happens, and has no value that could recover. */
    final @Nullable Direction direction;

    final TaskKind task;
    /** The largest bound that makes sense. */
    final int most;

    ConditionKind(@Nullable Direction direction, TaskKind task, int most) {
        this.direction = direction;
        this.task = task;
        this.most = most;
    }
}
