package dev.rivulet.subscription.bank;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.money.MoneyFormatException;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.bank.domain.Entry;
import dev.rivulet.subscription.bank.domain.EntryKind;
import dev.rivulet.subscription.bank.domain.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement as CSV, in UTF-8 with commas or semicolons. The first row names the columns: reference, booked_on
 * (yyyy-mm-dd), amount (negative for money that went out), currency, remittance, and where they are known payer_name and
 * reversal (true for what takes back an entry before).
 */
final class CsvStatement {

    private static final List<String> NEEDED = List.of("reference", "booked_on", "amount", "currency", "remittance");

    private CsvStatement() {}

    static Statement read(String text) {
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var heading = plain.lines().findFirst().orElse("");
        var rows = rows(plain, heading.contains(";") ? ';' : ',');
        var columns = rows.isEmpty()
                ? List.<String>of()
                : rows.getFirst().stream().map(CsvStatement::name).toList();
        for (var column : NEEDED) {
            if (!columns.contains(column)) {
                throw Rejected.invalid("statement-column-missing", "", column);
            }
        }
        var entries = new ArrayList<Entry>();
        var debits = 0;
        for (var i = 1; i < rows.size(); i++) {
            var row = new Row(i + 1, columns, rows.get(i));
            var amount = row.amount();
            if (amount.isZero()) {
                continue;
            }
            var kind = EntryKind.of(!amount.isNegative(), row.isReversal(), false);
            if (kind == null) {
                debits++;
            } else {
                entries.add(row.entry(kind, amount.isNegative() ? amount.negate() : amount));
            }
        }
        return new Statement(entries, debits);
    }

    private static String name(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private record Row(int line, List<String> columns, List<String> values) {

        Entry entry(EntryKind kind, Money amount) {
            var reference = text("reference", 140);
            return new Entry(
                    isReversal() ? reference + Entry.REVERSAL : reference,
                    reference,
                    kind,
                    day(),
                    amount,
                    optional("payer_name"),
                    text("remittance", 500));
        }

        boolean isReversal() {
            var value =
                    Objects.requireNonNullElse(optional("reversal"), "false").toLowerCase(Locale.ROOT);
            if (!value.equals("true") && !value.equals("false")) {
                throw invalid("reversal");
            }
            return value.equals("true");
        }

        Money amount() {
            try {
                return Money.of(value("amount").replace(',', '.'), value("currency"));
            } catch (MoneyFormatException e) {
                throw invalid("amount");
            }
        }

        private LocalDate day() {
            try {
                return LocalDate.parse(value("booked_on"));
            } catch (DateTimeException e) {
                throw invalid("booked_on");
            }
        }

        private String text(String column, int longest) {
            var value = value(column);
            if (value.length() > longest || (column.equals("reference") && value.isEmpty())) {
                throw invalid(column);
            }
            return value;
        }

        private @Nullable String optional(String column) {
            var value = columns.contains(column) ? text(column, 200) : "";
            return value.isEmpty() ? null : value;
        }

        private String value(String column) {
            var at = columns.indexOf(column);
            if (at >= values.size()) {
                throw invalid(column);
            }
            return values.get(at).strip();
        }

        private Rejected invalid(String column) {
            return Rejected.invalid("statement-row-invalid", "/" + line + "/" + column, line, column);
        }
    }

    /** Rows of fields; a quoted field may hold separators, line ends, and quotes written twice. */
    private static List<List<String>> rows(String text, char separator) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i <= text.length(); i++) {
            var c = i == text.length() ? '\n' : text.charAt(i);
            if (quoted && i < text.length()) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator || c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    if (row.stream().anyMatch(each -> !each.isBlank())) {
                        rows.add(List.copyOf(row));
                    }
                    row.clear();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        return rows;
    }
}
