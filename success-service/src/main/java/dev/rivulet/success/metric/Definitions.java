package dev.rivulet.success.metric;

import dev.rivulet.success.metric.RetentionReport.Definition;
import dev.rivulet.success.metric.domain.MetricPolicy;
import java.util.List;

/** How figures are made, in words; a formula that changes gets a new version of its policy. */
final class Definitions {

    private static final String ACTIVE = "Monthly recurring revenue counts from the first charged day to the effective"
            + " end, normalised to a month, without trials, tax, one-off and metered charges, in the contract's"
            + " currency, in each of which a customer of several is one; what is lost of who came within the month"
            + " is churn too; movements are of the kind they were for the customer when they were booked.";

    private Definitions() {}

    static List<Definition> of(MetricPolicy policy) {
        var stamp = RetentionReport.stamp(policy);
        return List.of(
                new Definition("start", stamp, ACTIVE),
                new Definition(
                        "grossRevenueChurn",
                        stamp,
                        policy.losesByCustomer
                                ? "sum of max(0, start - end) / sum of start, by customer"
                                : "(churn + contraction) / start"),
                new Definition("netRevenueChurn", stamp, "(churn + contraction - expansion - reactivation) / start"),
                new Definition(
                        "netRevenueRetention",
                        stamp,
                        "sum of end / sum of start, of the customers of the start; who comes, or comes back, is none of"
                                + " it, by any policy"),
                new Definition("grossRevenueRetention", stamp, "sum of min(start, end) / sum of start, by customer"),
                new Definition("logoChurn", stamp, policy.definition),
                new Definition(
                        "quickRatio",
                        stamp,
                        policy.returnsAreGrowth
                                ? "(new + expansion + reactivation) / (churn + contraction)"
                                : "(new + expansion) / (churn + contraction)"),
                new Definition("averageRevenuePerAccount", stamp, "end / customers of the end"),
                new Definition("lifetimeValue", stamp, policy.definition));
    }
}
