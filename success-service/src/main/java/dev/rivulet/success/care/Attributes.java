package dev.rivulet.success.care;

import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The names a tenant has declared, and what their values are. */
@ApplicationScoped
class Attributes {

    private static final int MOST = 50;

    private final AttributeRepository attributes;
    private final CareRepository cares;
    private final Event<CareChanged> changes;

    Attributes(AttributeRepository attributes, CareRepository cares, Event<CareChanged> changes) {
        this.attributes = attributes;
        this.cares = cares;
        this.changes = changes;
    }

    @Transactional
    AttributeView declare(String name, AttributeRequest request) {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw Rejected.invalid("attribute-name", "/name");
        }
        var known = attributes.findById(name);
        if (known == null) {
            if (attributes.count() >= MOST) {
                throw Rejected.conflict("attributes-too-many", MOST);
            }
            known = new Attribute();
            known.name = name;
        } else if (known.type != request.type() && cares.isUsed(name)) {
            throw Rejected.conflict("attribute-used", name);
        }
        known.type = request.type();
        attributes.persist(known);
        return new AttributeView(name, known.type);
    }

    boolean isDeclared(String name) {
        return attributes.findByIdOptional(name).isPresent();
    }

    /** Its values go with it, wherever customers are told apart by them. */
    @Transactional
    void remove(String name) {
        if (!attributes.deleteById(name)) {
            throw Rejected.notFound("attribute", name);
        }
        cares.forget(name).forEach(account -> changes.fire(new CareChanged(account)));
    }

    @Transactional
    List<AttributeView> all() {
        return attributes.list("order by name").stream()
                .map(attribute -> new AttributeView(attribute.name, attribute.type))
                .toList();
    }

    /** Refuses names that are not declared and values of another type. */
    void check(Map<String, String> values) {
        values.forEach((name, value) -> {
            var attribute = attributes.findById(name);
            if (attribute == null) {
                throw Rejected.unprocessable("attribute-unknown", "/attributes/" + name, name);
            }
            if (!attribute.type.accepts(value)) {
                throw Rejected.invalid("attribute-value", "/attributes/" + name, attribute.type);
            }
        });
    }
}
