package dev.rivulet.success.trigger;

import dev.rivulet.success.task.Reason;
import java.math.BigDecimal;

/** What a rule sees of a customer, and how it would be told. */
record Reading(BigDecimal value, Reason reason) {}
