package dev.rivulet.success.cohort;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Cohorts and the watch over them. */
@ConfigMapping(prefix = "rivulet.cohort")
public interface CohortSettings {

    /** Share of the recurring revenue that is gross margin, for lifetime values. */
    @WithDefault("0.8")
    BigDecimal grossMargin();

    /** How often months are looked for that have closed, or changed, since they were judged. */
    @WithDefault("1m")
    String every();

    /** For so many seconds nothing may have changed before a tenant is judged: history often comes in a row. */
    @WithDefault("10")
    int settledSeconds();

    /** Who a case belongs to until somebody takes it over. */
    @WithDefault("success-team")
    String owner();

    /** Within so many days a case is to be closed. */
    @WithDefault("5")
    int daysToAct();
}
