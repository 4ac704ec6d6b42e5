package dev.rivulet.catalog.activity.domain;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV after RFC 4180, row by row: quoted fields may hold separators, doubled quotes and line breaks. The separator is a
 * comma, or a semicolon where the first line has one outside quotes and no comma; a byte order mark is skipped.
 */
public final class CsvReader {

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    /** Longer than any field there is: a quote that is never closed must not swallow the memory. */
    private static final int LONGEST_FIELD = 100_000;

    private final Reader input;
    // Of its own, because readers that can be read character by character take a lock for each.
    private final char[] buffer = new char[8_192];
    private int position;
    private int limit;
    private char separator;
    private long line = 1;

    public CsvReader(Reader input) {
        this.input = input;
    }

    /** The next row that is not empty; null at the end. A quote left open ends the last row where the file ends. */
    public @Nullable CsvRow next() {
        try {
            if (separator == 0) {
                begin();
            }
            for (var row = row(); row != null; row = row()) {
                if (row.fields().size() > 1 || !row.fields().getFirst().isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        separator = ',';
        while (limit < buffer.length && more()) {
            // Until the whole heading is there, or all that will be looked at of it.
        }
        if (limit > 0 && buffer[0] == BYTE_ORDER_MARK) {
            position = 1;
        }
        var head = new String(buffer, position, limit - position);
        head = head.substring(0, head.indexOf('\n') < 0 ? head.length() : head.indexOf('\n'));
        if (head.indexOf(';') >= 0 && head.indexOf(',') < 0) {
            separator = ';';
        }
    }

    /** Reads behind what is in the buffer; false at the end. */
    private boolean more() throws IOException {
        var count = input.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, count);
        return count > 0;
    }

    private int read() throws IOException {
        if (position == limit) {
            position = 0;
            limit = 0;
            if (!more()) {
                return END;
            }
        }
        return buffer[position++];
    }

    private @Nullable CsvRow row() throws IOException {
        if (read() == END) {
            return null;
        }
        position--;
        var begins = line;
        var fields = new ArrayList<String>();
        int end;
        do {
            var field = new StringBuilder();
            end = field(field);
            fields.add(field.toString());
        } while (end == separator);
        return new CsvRow(begins, List.copyOf(fields));
    }

    /** Reads a field; what ended it: the separator, a line feed or the end. */
    private int field(StringBuilder field) throws IOException {
        var c = read();
        if (c == '"') {
            c = quoted(field);
        }
        for (; c != END && c != separator && c != '\n'; c = read()) {
            if (c != '\r' && field.length() < LONGEST_FIELD) {
                field.append((char) c);
            }
            plain(field);
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Reads at once what is in the buffer up to a character that may mean something. */
    private void plain(StringBuilder field) {
        var from = position;
        while (position < limit && isPlain(buffer[position])) {
            position++;
        }
        field.append(buffer, from, Math.min(position - from, Math.max(0, LONGEST_FIELD - field.length())));
    }

    private boolean isPlain(char c) {
        return c != separator && c != '"' && c != '\n' && c != '\r';
    }

    /** Reads up to behind the closing quote; the character after it. */
    private int quoted(StringBuilder field) throws IOException {
        for (var c = read(); c != END; c = read()) {
            if (c == '"') {
                c = read();
                if (c != '"') {
                    return c;
                }
            } else if (c == '\n') {
                line++;
            }
            if (field.length() < LONGEST_FIELD) {
                field.append((char) c);
            }
            plain(field);
        }
        return END;
    }
}
