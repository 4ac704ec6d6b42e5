package dev.rivulet.catalog.product.domain;

/**
 * What has been brought to a gate.
 *
 * @param required pieces of evidence the gate wants
 * @param found pieces of evidence there are, each from somebody else
 * @param waived whether somebody signed that the evidence is not needed
 */
public record GateState(Gate gate, int required, long found, boolean waived) {

    public boolean isOpen() {
        return waived || found >= required;
    }
}
