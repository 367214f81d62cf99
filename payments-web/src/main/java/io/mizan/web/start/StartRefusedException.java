package io.mizan.web.start;

import java.util.List;
import java.util.stream.Collectors;

/** Fails the deployment; what it says has been logged, one line for each refusal. */
final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefusedException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
    }
}
