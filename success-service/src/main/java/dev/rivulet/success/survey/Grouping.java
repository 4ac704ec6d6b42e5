package dev.rivulet.success.survey;

/** What figures are told apart by. */
enum Grouping {
    /** The month in which they were answered, local to the customer. */
    MONTH("to_char(answered_on, 'YYYY-MM')"),
    /** The customer's segment. */
    SEGMENT("segment"),
    /** The customer's plan. */
    PLAN("plan"),
    /** The person's function. */
    FUNCTION("function");

    private final String column;

    Grouping(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
