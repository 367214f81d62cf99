package sandbox.store;

/** A simulated provider some of whose things change by time alone, such as pages that expire. */
public interface Ageing {
    String gateway();

    /** Does to the thing what its time has come for, in a transaction of its own, and moves or clears its due time. */
    void age(Thing thing);
}
