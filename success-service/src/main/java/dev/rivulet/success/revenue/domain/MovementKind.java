package dev.rivulet.success.revenue.domain;

/** What a movement of a customer's recurring revenue means, as the subscription service has booked it. */
public enum MovementKind {
    NEW(Figure.GAINED_NEW),
    EXPANSION(Figure.EXPANSION),
    CONTRACTION(Figure.CONTRACTION),
    CHURN(Figure.CHURN),
    REACTIVATION(Figure.REACTIVATION);

    final Figure figure;

    MovementKind(Figure figure) {
        this.figure = figure;
    }
}
