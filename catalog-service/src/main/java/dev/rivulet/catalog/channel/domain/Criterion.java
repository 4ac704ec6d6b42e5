package dev.rivulet.catalog.channel.domain;

/**
 * One thing that must be there before partners sell a product.
 *
 * @param needed at least so many
 * @param found so many there are
 */
public record Criterion(CriterionKind kind, long needed, long found) {

    public boolean met() {
        return found >= needed;
    }

    /** For people and logs: what, how many, of how many. */
    @Override
    public String toString() {
        return kind + " " + found + "/" + needed;
    }
}
