package dev.rivulet.success.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A release of a product, as the catalog announced it. */
record Release(UUID id, UUID product, String title, String notes, List<String> features, Instant announcedAt) {

    static Release read(ResultSet row) throws SQLException {
        return new Release(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                List.of((String[]) row.getArray(5).getArray()),
                row.getTimestamp(6).toInstant());
    }
}
