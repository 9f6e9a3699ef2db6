package vn.thidua.kit.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a packed file, over all its parts, and ends before it is too much. */
final class UnpackingStream extends FilterInputStream {
    /** A text of a cell, or an attribute, is never as long as this; a parser would hold all of it. */
    private static final int LONGEST_RUN = 512 * 1024;

    /** The file unpacks to more than it may. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;

        TooMuch(String what) {
            super(what);
        }
    }

    /** What all parts of one file may come to together. */
    static final class Count {
        private long left;

        Count(long most) {
            this.left = most;
        }

        private void take(int bytes) throws TooMuch {
            left -= bytes;
            if (left < 0) {
                throw new TooMuch("unpacks to more than it may");
            }
        }
    }

    private final Count count;
    private int run;

    UnpackingStream(InputStream in, Count count) {
        super(in);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var came = in.read(target, offset, length);
        if (came > 0) {
            count.take(came);
            for (int i = offset; i < offset + came; i++) {
                run = target[i] == '<' ? 0 : run + 1;
                if (run > LONGEST_RUN) {
                    throw new TooMuch("more than " + LONGEST_RUN + " bytes without a tag");
                }
            }
        }
        return came;
    }
}
