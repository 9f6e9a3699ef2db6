package vn.thidua.cluster.recording;

import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from.
 *
 * @param source the document and the place in it; never null when a document says it
 */
public record Origin(Provenance provenance, @Nullable String source) {
    public Origin {
        if (provenance == Provenance.IN_DOCUMENT && source == null) {
            throw new IllegalArgumentException("a document without its name");
        }
    }
}
