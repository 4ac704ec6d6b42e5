package dev.rivulet.success.cohort.domain;

/** What a cohort table shows. */
public enum Measure {
    /** Customers with revenue / customers the cohort began with. */
    LOGO,
    /** Σ min(base, revenue) / Σ base, account by account: growth makes up for nothing. */
    GROSS,
    /** Revenue / Σ base; above 1 where those who stayed grew by more than was lost: negative churn. */
    NET,
    /** Gross margin so far / customers the cohort began with. */
    LTV;

    /** Whether the figure is in a currency, or a ratio of money in one. */
    public boolean isMoney() {
        return this != LOGO;
    }

    /** Whether sharp moves of it are looked for; the others follow from these. */
    public boolean isJudged() {
        return this != LTV;
    }
}
