package vn.thidua.cluster.recording;

/** What a record rests on. */
public enum Provenance {
    /** Made in the platform. */
    LIVE,
    /** A document says it; the source names which. */
    IN_DOCUMENT,
    /** Public knowledge that the documents at hand do not state. */
    NOT_IN_DOCUMENT,
    /** Made up for a demonstration. */
    INVENTED
}
