package dev.rivulet.success.survey.domain;

/** The whole numbers an answer may be. */
public record Scale(int min, int max) {

    /** Scales of up to so many points have one box at the top that counts as satisfied. */
    private static final int ONE_BOX = 3;
    /** Scales of up to so many have two, longer ones three. */
    private static final int TWO_BOXES = 7;

    public Scale {
        if (min >= max) {
            throw new IllegalArgumentException("no scale from " + min + " to " + max);
        }
    }

    public boolean contains(int value) {
        return value >= min && value <= max;
    }

    public int points() {
        return max - min + 1;
    }

    /** How many of the highest answers count as satisfied: 1 of 3 points, 2 of 4 to 7, 3 of more. */
    public int topBoxes() {
        return points() <= ONE_BOX ? 1 : points() <= TWO_BOXES ? 2 : 3;
    }

    /** The lowest answer above the middle. */
    public int aboveMiddle() {
        return (min + max) / 2 + 1;
    }

    /** The lowest answer that counts as satisfied. */
    public int satisfiedFrom() {
        return max - topBoxes() + 1;
    }
}
