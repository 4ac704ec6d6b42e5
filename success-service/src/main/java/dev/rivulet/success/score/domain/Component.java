package dev.rivulet.success.score.domain;

import java.math.BigDecimal;

/** What a score may be made of; each is told in a unit of its own, which a model's scale brings to 0 to 100. */
public enum Component {
    /** Change of use, the last 28 days against the 28 before: 0 is as much as before, -0.5 half of it. */
    CONSUMPTION(false),
    /** Distinct users of the last 28 days per purchased licence: 0 and up. */
    LICENCES(false),
    /** Mean of each person's latest satisfaction, 1 to 5. */
    CSAT(false),
    /** Mean of each person's latest answer when asked to recommend us, 0 to 10. */
    NPS(false),
    /** Mean of each person's latest answer on how easy it was, 1 to 7: higher is easier. */
    CES(false),
    /** Days the oldest unpaid invoice is overdue; 0 when none is. */
    PAYMENT(true),
    /** Open problems by severity: each counts 1, 2, 4 or 8 from low to critical; 0 when none is open. */
    PROBLEMS(false),
    /** Share of the promises come due that was kept, 0 to 1; a promise kept in part counts half. */
    BENEFIT(false),
    /** Days since someone spoke with the sponsor. */
    SPONSOR_CONTACT(true);

    private final boolean countsDays;

    Component(boolean countsDays) {
        this.countsDays = countsDays;
    }

    /** Whether a value above 0 grows by 1 with every day, by itself. */
    boolean growsDaily(BigDecimal value) {
        return countsDays && value.signum() > 0;
    }
}
