package vn.thidua.kit.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A request whose body was read once, within the limit, and can be read again. */
public final class BufferedBodyRequest extends HttpServletRequestWrapper {
    private final byte[] start;
    private final @Nullable Path rest;

    /** @param rest what is too long to be held in memory, laid down there; null where there is nothing more */
    BufferedBodyRequest(HttpServletRequest request, byte[] start, @Nullable Path rest) {
        super(request);
        this.start = start;
        this.rest = rest;
    }

    /** Brings the whole body into the digest. */
    public void into(MessageDigest digest) throws IOException {
        digest.update(start);
        if (rest == null) {
            return;
        }
        try (var more = Files.newInputStream(rest)) {
            var piece = new byte[16 * 1024];
            for (int came = more.read(piece); came >= 0; came = more.read(piece)) {
                digest.update(piece, 0, came);
            }
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var first = new ByteArrayInputStream(start);
        return new Body(rest == null ? first : new SequenceInputStream(first, Files.newInputStream(rest)));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Body extends ServletInputStream {
        private final InputStream bytes;
        private boolean finished;

        Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is already read; there is nothing to wait for");
        }

        @Override
        public int read() throws IOException {
            var one = bytes.read();
            finished = one < 0;
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var came = bytes.read(target, offset, length);
            finished = came < 0;
            return came;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
