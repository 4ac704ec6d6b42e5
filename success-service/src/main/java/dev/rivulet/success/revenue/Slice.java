package dev.rivulet.success.revenue;

/**
 * Some of the accounts: those with a value of an attribute, or all.
 *
 * @param attribute empty for all accounts
 * @param value empty for all accounts
 */
public record Slice(String attribute, String value) {

    public static final Slice ALL = new Slice("", "");

    /** Those without a value of an attribute that a tenant declares. */
    boolean isRest() {
        return Attributes.isDeclared(attribute) && value.equals(Attributes.NONE);
    }
}
