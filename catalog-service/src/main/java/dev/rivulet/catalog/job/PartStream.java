package dev.rivulet.catalog.job;

import java.io.InputStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A body kept in parts, read one part at a time. */
final class PartStream extends InputStream {

    private final IntFunction<byte @Nullable []> parts;
    private byte @Nullable [] part = new byte[0];
    private int number;
    private int position;

    PartStream(IntFunction<byte @Nullable []> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (part != null && position == part.length) {
            part = parts.apply(number++);
            position = 0;
        }
        if (part == null) {
            return -1;
        }
        var count = Math.min(length, part.length - position);
        System.arraycopy(part, position, target, offset, count);
        position += count;
        return count;
    }
}
