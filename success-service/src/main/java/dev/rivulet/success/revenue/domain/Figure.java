package dev.rivulet.success.revenue.domain;

/**
 * What is added up of accounts by the month they started in and the month it is about. Money is in minor units, losses
 * are negative. The figures are additive over accounts; stocks are kept as changes and so add up over months too.
 */
public enum Figure {
    /** Accounts whose first paid day is in the month. */
    JOINED,
    /** Their revenue at the end of that day. */
    BASE,
    /** Change of the number of accounts with revenue. */
    ACTIVE,
    /** Change of the revenue. */
    MRR,
    /** Change of Σ min(base, revenue): what is left of the beginning, without any growth. */
    KEPT,
    /** Accounts that had revenue when the month began and none when it ended. */
    LOST,
    /** Times an account's revenue began, besides the first of {@link #JOINED}. */
    RETURNED,
    /** Times an account's revenue ended, besides the last of {@link #LOST}: it came back, or came and went. */
    FLEETING,
    /** Σ max(0, start − end) of the month, account by account. */
    SHRUNK,
    /** Σ max(0, end − start) of the month, of accounts that had revenue when it began. */
    GROWN,
    GAINED_NEW,
    EXPANSION,
    CONTRACTION,
    CHURN,
    REACTIVATION,

    // The same of a whole quarter and a whole calendar year, in their last months.
    LOST_QUARTER,
    SHRUNK_QUARTER,
    GROWN_QUARTER,
    LOST_YEAR,
    SHRUNK_YEAR,
    GROWN_YEAR,

    // As reported when the month closed, less what is known now: levels at the month's end, not changes.
    LATE_JOINED,
    LATE_BASE,
    LATE_ACTIVE,
    LATE_MRR,
    LATE_KEPT,
    LATE_LOST,
    LATE_RETURNED,
    LATE_FLEETING,
    LATE_SHRUNK,
    LATE_GROWN,
    LATE_GAINED_NEW,
    LATE_EXPANSION,
    LATE_CONTRACTION,
    LATE_CHURN,
    LATE_REACTIVATION,
    /** The same for the accounts, and the revenue, the month began with. */
    LATE_BEGIN_ACTIVE,
    LATE_BEGIN_MRR,
    /** The same for the accounts that started in the very month. */
    LATE_BEGUN;

    /** What was reported of this figure, less what is known now. */
    public Figure late() {
        return valueOf("LATE_" + name());
    }
}
