package vn.thidua.award.season;

/** Where a recorded thing comes from. */
public enum Provenance {
    /** Made in the platform. */
    LIVE,
    /** A document says it; the source names document and place. */
    IN_DOCUMENT,
    /** Public knowledge. */
    NOT_IN_DOCUMENT,
    /** Demo data, shown as such everywhere. */
    INVENTED
}
