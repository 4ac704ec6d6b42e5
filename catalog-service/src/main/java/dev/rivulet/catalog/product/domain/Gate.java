package dev.rivulet.catalog.product.domain;

import java.util.Arrays;
import java.util.Optional;

/** A step that wants evidence first: traction before product. */
public enum Gate {
    /** Interviews, before anybody is offered anything. */
    VALIDATION(ProductStatus.VALIDATING),
    /** Pre-sales, before it goes on sale. */
    ACTIVATION(ProductStatus.ACTIVE);

    private final ProductStatus behind;

    Gate(ProductStatus behind) {
        this.behind = behind;
    }

    /** The gate in front of a state; none where a step needs no evidence. */
    public static Optional<Gate> before(ProductStatus status) {
        return Arrays.stream(values()).filter(gate -> gate.behind == status).findFirst();
    }
}
