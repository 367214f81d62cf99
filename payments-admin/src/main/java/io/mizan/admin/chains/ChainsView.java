package io.mizan.admin.chains;

import io.mizan.admin.render.Actors;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.chain.ChainChecks.ChainCheck;
import io.mizan.chain.ChainFault;
import java.util.List;
import java.util.Optional;

/**
 * The newest verification of all chains.
 *
 * @param newestAnchor its number, to be compared with the log's
 * @param check absent before the first
 */
public record ChainsView(Optional<String> newestAnchor, Optional<Check> check) {
    /**
     * @param running whether it goes on
     * @param sentence what it came to
     */
    public record Check(
            Badge result,
            String sentence,
            boolean running,
            String requestedBy,
            Moment requestedAt,
            Optional<Moment> finishedAt,
            List<Count> counts,
            List<Fault> faults) {
        public static Check of(ChainCheck check, Words words) {
            boolean finished = check.finishedAt().isPresent();
            var result =
                    check.givenUp() ? "given_up" : !finished ? "running" : check.faultCount() == 0 ? "good" : "broken";
            return new Check(
                    new Badge(words.text("chains.result." + result), tone(result)),
                    words.text("chains.result." + result + ".sentence", check.faultCount()),
                    result.equals("running"),
                    new Actors(words).of(check.requestedBy()),
                    words.moment(check.requestedAt()),
                    check.finishedAt().map(words::moment),
                    List.of(
                            new Count(words.text("chains.orders"), String.valueOf(check.orders())),
                            new Count(words.text("chains.people"), String.valueOf(check.people())),
                            new Count(words.text("chains.anchors"), String.valueOf(check.anchors())),
                            new Count(words.text("chains.proven"), String.valueOf(check.proven())),
                            new Count(words.text("chains.entries"), String.valueOf(check.entries()))),
                    check.faults().stream().map(fault -> Fault.of(fault, words)).toList());
        }

        private static Tone tone(String result) {
            return switch (result) {
                case "good" -> Tone.GOOD;
                case "running" -> Tone.QUIET;
                default -> Tone.BAD;
            };
        }
    }

    public record Count(String name, String number) {}

    /** @param order the id of the order that it is in, if it is in one */
    public record Fault(String what, String where, Optional<String> order) {
        private static final String ORDER = "ord_";

        static Fault of(ChainFault fault, Words words) {
            return new Fault(
                    words.text("chains.fault." + fault.kind().code(), fault.seq()),
                    fault.subject(),
                    Optional.of(fault.subject()).filter(subject -> subject.startsWith(ORDER)));
        }
    }
}
