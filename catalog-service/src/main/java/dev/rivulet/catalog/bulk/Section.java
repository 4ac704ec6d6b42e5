package dev.rivulet.catalog.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of row of an export: what a feature's bean of this type gives is exported and imported with the rest.
 *
 * <p>A row is a record with the shape of a line's {@code row}: the id, which an import keeps, and everything that makes
 * the thing what it is; neither the tenant nor the ETag's version. Two rows are the same when their records are equal,
 * so that importing an export again changes nothing.
 *
 * <p>All three methods run in a transaction of the job, at most a few hundred rows long. What they refuse they throw as
 * {@code Rejected} with a pointer into the row; not through another bean's transactional method, which would take the
 * rows around it along.
 */
public abstract class Section<R extends Record> {

    private final String name;
    private final int order;
    private final Class<R> type;

    /**
     * A kind of row.
     *
     * @param name a line's {@code type}, in kebab-case
     * @param order rows come after those of a lower number, which are what they may refer to
     */
    protected Section(String name, int order, Class<R> type) {
        this.name = name;
        this.order = order;
        this.type = type;
    }

    final String name() {
        return name;
    }

    final int order() {
        return order;
    }

    /** Up to so many rows behind the last one, in an order that does not change; from the beginning behind null. */
    protected abstract List<R> rows(@Nullable R last, int count);

    /** The same thing as it stands in this tenant, found by its id; null when there is none. */
    protected abstract @Nullable R find(R row);

    /**
     * Creates or changes a thing, and tells of it by event and to the search.
     *
     * @param standing what {@link #find} gave; it differs from the row
     */
    protected abstract void put(R row, @Nullable R standing);

    /** Refuses to change by import what only its own transition changes, or nothing at all. */
    protected static void requireSame(@Nullable Object standing, @Nullable Object imported, String pointer) {
        if (!Objects.equals(standing, imported)) {
            throw Rejected.conflict("import-fixed", pointer, String.valueOf(standing));
        }
    }

    /** What a row must say, although a request may leave it out. */
    protected static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw Rejected.invalid("value-missing", pointer);
        }
        return value;
    }

    /** Refuses what cannot be together in one row. */
    protected static void require(boolean fits, String pointer, @Nullable Object value) {
        if (!fits) {
            throw Rejected.invalid("value-invalid", pointer, String.valueOf(value));
        }
    }

    /**
     * Saves a new thing under its row's id. Hibernate makes ids itself, so the row's own takes the place of one before
     * anything refers to it; read the thing anew afterwards.
     */
    protected static void adopt(EntityManager entities, String table, TenantEntity made, UUID id) {
        entities.persist(made);
        entities.flush();
        entities.createNativeQuery("UPDATE " + table + " SET id = :id WHERE tenant_id = :tenant AND id = :made")
                .setParameter("id", id)
                .setParameter("tenant", made.tenant)
                .setParameter("made", made.id)
                .executeUpdate();
        entities.detach(made);
    }

    final Outcome take(JsonNode content, ObjectMapper json, Validator validator) {
        var row = read(content, json, validator);
        var standing = find(row);
        if (row.equals(standing)) {
            return Outcome.UNCHANGED;
        }
        put(row, standing);
        return standing == null ? Outcome.CREATED : Outcome.CHANGED;
    }

    private R read(JsonNode content, ObjectMapper json, Validator validator) {
        R row;
        try {
            row = json.treeToValue(content, type);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
        if (row == null) {
            throw Rejected.invalid("value-missing", "");
        }
        var violations = validator.validate(row);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return row;
    }
}
