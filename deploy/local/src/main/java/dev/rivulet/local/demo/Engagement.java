package dev.rivulet.local.demo;

/** How a customer lives with what it bought; the usage, the answers and the measured benefit follow from it. */
enum Engagement {
    THRIVING(25, 0.95, 9.3, 0.85, 1.10),
    STEADY(40, 0.72, 8.3, 0.70, 0.95),
    LUKEWARM(18, 0.40, 6.9, 0.50, 0.55),
    DRIFTING(10, 0.60, 5.2, 0.25, 0.15),
    ASLEEP(7, 0.06, 4.0, 0.15, 0.00);

    /** How many of a hundred customers live like this. */
    final int percent;

    /** The share of the seats that somebody uses. */
    final double activeShare;

    /** The usual answer to the NPS question. */
    final double meanAnswer;

    /** How likely it is that the benefit has been measured. */
    final double measuredShare;

    /** How much of the promised benefit has usually arrived. */
    final double meanProgress;

    Engagement(int percent, double activeShare, double meanAnswer, double measuredShare, double meanProgress) {
        this.percent = percent;
        this.activeShare = activeShare;
        this.meanAnswer = meanAnswer;
        this.measuredShare = measuredShare;
        this.meanProgress = meanProgress;
    }

    /** A drifting customer has stopped using the product a while ago. */
    int silentDays() {
        return this == DRIFTING ? 34 : 0;
    }
}
