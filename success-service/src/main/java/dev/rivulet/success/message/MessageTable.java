package dev.rivulet.success.message;

import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Belonging;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.erasure.ErasedPeople;
import dev.rivulet.success.message.MessageTexts.Text;
import dev.rivulet.success.message.Outlet.Letter;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages on their way. */
@Singleton
class MessageTable implements Belonging {

    /** First key of the advisory locks, so that they meet no others. */
    private static final int LOCK = 0x3e55;

    private final Sql sql;
    private final Tenants tenants;
    private final Portfolio portfolio;
    private final ErasedPeople erased;

    MessageTable(Sql sql, Tenants tenants, Portfolio portfolio, ErasedPeople erased) {
        this.sql = sql;
        this.tenants = tenants;
        this.portfolio = portfolio;
        this.erased = erased;
    }

    @Override
    public String segment() {
        return "messages";
    }

    @Override
    public Optional<UUID> customerOf(UUID id, Set<String> caller) {
        return find(id).map(MessageView::accountId);
    }

    /** One that is due, and locked. */
    record Due(Letter letter, ZoneId zone, Instant expiresAt, int attempts) {}

    /** Whether it is a new one. */
    boolean add(UUID id, MessageOrder order, String zone, String link, Text text, Instant now) {
        var time = Timestamp.from(now);
        return sql.update(
                        "INSERT INTO message (tenant_id, id, account_id, recipient, zone, language, template, dedupe_key,"
                                + " subject, body, unsubscribe_link, status, due_at, expires_at, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?) ON CONFLICT DO NOTHING",
                        tenants.current(),
                        id,
                        order.account(),
                        order.recipient(),
                        zone,
                        order.language(),
                        order.template(),
                        order.dedupeKey(),
                        text.subject(),
                        text.body(),
                        link,
                        time,
                        Timestamp.from(now.plus(order.useful())),
                        time)
                == 1;
    }

    /** The longest due one that no other replica is at. */
    Optional<Due> due(Instant now, Instant system) {
        return sql
                .query(
                        "SELECT id, account_id, recipient, language, template, subject, body, unsubscribe_link, zone,"
                                + " expires_at, attempts FROM message WHERE tenant_id = ? AND status = 'WAITING'"
                                + " AND due_at <= ? AND (retry_at IS NULL OR retry_at <= ?)"
                                + " AND (claimed_until IS NULL OR claimed_until <= ?) ORDER BY due_at, id LIMIT 1"
                                + " FOR UPDATE SKIP LOCKED",
                        row -> new Due(
                                new Letter(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8)),
                                ZoneId.of(row.getString(9)),
                                row.getTimestamp(10).toInstant(),
                                row.getInt(11)),
                        tenants.current(),
                        Timestamp.from(now),
                        Timestamp.from(system),
                        Timestamp.from(system))
                .stream()
                .findFirst();
    }

    /** Until the end of the transaction nobody else decides whether this person is written to. */
    void lock(String recipient) {
        sql.query(
                "SELECT pg_advisory_xact_lock(?, hashtext(?))", row -> true, LOCK, tenants.current() + "/" + recipient);
    }

    /** Also one whose person was erased since. */
    boolean hasOptedOut(String recipient) {
        return !sql.query(
                        "SELECT 1 FROM message_opt_out WHERE tenant_id = ? AND recipient = ANY (?)",
                        row -> true,
                        tenants.current(),
                        Stream.concat(Stream.of(recipient), erased.pseudonym(recipient).stream())
                                .toArray(String[]::new))
                .isEmpty();
    }

    /**
     * When the person may be written to again: the latest messages, as many as are allowed, began that long ago. Those
     * that a replica is at count as sent. Empty: now.
     */
    Optional<Instant> freeAt(UUID except, String recipient, int most, Duration within, Instant now, Instant system) {
        var latest = sql.query(
                "SELECT at FROM (SELECT coalesce(sent_at, ?) AS at FROM message WHERE tenant_id = ? AND recipient = ?"
                        + " AND id <> ? AND (status = 'SENT' AND sent_at > ? OR status = 'WAITING'"
                        + " AND claimed_until > ?) ORDER BY 1 DESC LIMIT ?) latest ORDER BY at",
                row -> row.getTimestamp(1).toInstant(),
                Timestamp.from(now),
                tenants.current(),
                recipient,
                except,
                Timestamp.from(now.minus(within)),
                Timestamp.from(system),
                most);
        return latest.size() < most
                ? Optional.empty()
                : Optional.of(latest.getFirst().plus(within));
    }

    void claim(UUID id, Instant until) {
        sql.update(
                "UPDATE message SET claimed_until = ?, attempts = attempts + 1 WHERE tenant_id = ? AND id = ?",
                Timestamp.from(until),
                tenants.current(),
                id);
    }

    void postpone(UUID id, Instant due) {
        sql.update(
                "UPDATE message SET due_at = ? WHERE tenant_id = ? AND id = ?",
                Timestamp.from(due),
                tenants.current(),
                id);
    }

    void retry(UUID id, String reason, Instant at) {
        sql.update(
                "UPDATE message SET claimed_until = NULL, retry_at = ?, reason = ? WHERE tenant_id = ? AND id = ?"
                        + " AND status = 'WAITING'",
                Timestamp.from(at),
                reason,
                tenants.current(),
                id);
    }

    /** It is over, one way or the other. */
    void end(UUID id, MessageStatus status, @Nullable String reason, @Nullable Instant sentAt) {
        sql.update(
                "UPDATE message SET status = ?, reason = ?, sent_at = ?, claimed_until = NULL WHERE tenant_id = ? AND id = ?"
                        + " AND status = 'WAITING'",
                status.name(),
                reason,
                sentAt == null ? null : Timestamp.from(sentAt),
                tenants.current(),
                id);
    }

    /** Those to people of customers whom the caller may see. */
    List<MessageView> page(@Nullable UUID account, @Nullable MessageStatus status, UUID after, int limit) {
        var mine = portfolio.accounts().map(own -> own.toArray(UUID[]::new)).orElse(null);
        return sql.read(
                "SELECT " + MessageView.COLUMNS + " FROM message WHERE tenant_id = ? AND id > ?"
                        + " AND (?::uuid IS NULL OR account_id = ?) AND (?::text IS NULL OR status = ?)"
                        + " AND " + OnlyOf.these("account_id") + " ORDER BY id LIMIT ?",
                MessageView::read,
                tenants.current(),
                after,
                account,
                account,
                status == null ? null : status.name(),
                status == null ? null : status.name(),
                mine,
                mine,
                limit);
    }

    Optional<MessageView> find(UUID id) {
        return sql
                .read(
                        "SELECT " + MessageView.COLUMNS + " FROM message WHERE tenant_id = ? AND id = ?",
                        MessageView::read,
                        tenants.current(),
                        id)
                .stream()
                .findFirst();
    }

    @Nullable
    UUID byKey(String dedupeKey) {
        return sql
                .query(
                        "SELECT id FROM message WHERE tenant_id = ? AND dedupe_key = ?",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        dedupeKey)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
