package vn.thidua.cluster.message;

/** A way out of the platform. */
interface Channel {
    enum Kind {
        EMAIL,
        WEBHOOK
    }

    Kind kind();

    /** Whether the person can be reached this way at all. */
    boolean reaches(Letter letter);

    /** Returns once the other side has taken the letter; throws when that is not known. */
    void send(Letter letter) throws Exception;
}
