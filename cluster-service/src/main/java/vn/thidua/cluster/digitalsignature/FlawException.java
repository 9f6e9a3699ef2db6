package vn.thidua.cluster.digitalsignature;

/** Ends an examination at the first thing for which the file proves nothing. */
final class FlawException extends Exception {
    private static final long serialVersionUID = 1;

    private final Examination.Flaw flaw;

    FlawException(Examination.Flaw flaw) {
        super(flaw.name(), null, false, false);
        this.flaw = flaw;
    }

    Examination.Flaw flaw() {
        return flaw;
    }
}
