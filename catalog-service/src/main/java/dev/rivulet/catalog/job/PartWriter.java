package dev.rivulet.catalog.job;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Cuts what is written into parts small enough to be held in memory one at a time. */
final class PartWriter extends OutputStream {

    private static final int SIZE = 512 * 1024;

    /** Takes one part after the other. */
    @FunctionalInterface
    interface Parts {
        void add(int part, byte[] content);
    }

    private final Parts parts;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(SIZE);
    private int number;

    PartWriter(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void write(int b) {
        pending.write(b);
        cut(SIZE);
    }

    @Override
    public void write(byte[] content, int offset, int length) {
        var from = offset;
        while (from < offset + length) {
            var count = Math.min(offset + length - from, SIZE - pending.size());
            pending.write(content, from, count);
            from += count;
            cut(SIZE);
        }
    }

    @Override
    public void close() {
        cut(1);
    }

    private void cut(int least) {
        if (pending.size() >= least) {
            parts.add(number++, pending.toByteArray());
            pending.reset();
        }
    }
}
