package vn.thidua.indicator.provenance;

/** What a record rests on; shown beside it wherever it is shown. */
public enum Provenance {
    /** Made in the platform. */
    LIVE,
    /** A document says it; the record names which and where. */
    IN_DOCUMENT,
    /** Public knowledge that the documents do not state. */
    NOT_IN_DOCUMENT,
    /** Made up for a demonstration. */
    INVENTED
}
