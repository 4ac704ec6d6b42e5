package dev.rivulet.success.value;

/** What promises are told apart by. */
enum PromiseGrouping {
    /** The value proposition that made them, in any version. */
    PROPOSITION("proposition_id::text"),
    /** The segment that the customer is in now. */
    SEGMENT("account_id::text"),
    /** The month they were due in, local to the customer. */
    MONTH("to_char(due_on, 'YYYY-MM')");

    private final String column;

    PromiseGrouping(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
