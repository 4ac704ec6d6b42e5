package dev.rivulet.catalog.activity.domain;

import java.io.IOException;
import java.io.PushbackReader;
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

    private final PushbackReader input;
    private char separator;
    private long line = 1;

    public CsvReader(Reader input) {
        this.input = new PushbackReader(input, 8_192);
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
        var head = new StringBuilder();
        var c = input.read();
        if (c == BYTE_ORDER_MARK) {
            c = input.read();
        }
        for (; c != END && c != '\n' && head.length() < 4_096; c = input.read()) {
            head.append((char) c);
        }
        if (c != END) {
            input.unread(c);
        }
        input.unread(head.toString().toCharArray());
        if (head.indexOf(";") >= 0 && head.indexOf(",") < 0) {
            separator = ';';
        }
    }

    private @Nullable CsvRow row() throws IOException {
        var first = input.read();
        if (first == END) {
            return null;
        }
        input.unread(first);
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
        var c = input.read();
        if (c == '"') {
            c = quoted(field);
        }
        for (; c != END && c != separator && c != '\n'; c = input.read()) {
            if (c != '\r' && field.length() < LONGEST_FIELD) {
                field.append((char) c);
            }
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Reads up to behind the closing quote; the character after it. */
    private int quoted(StringBuilder field) throws IOException {
        for (var c = input.read(); c != END; c = input.read()) {
            if (c == '"') {
                c = input.read();
                if (c != '"') {
                    return c;
                }
            } else if (c == '\n') {
                line++;
            }
            if (field.length() < LONGEST_FIELD) {
                field.append((char) c);
            }
        }
        return END;
    }
}
