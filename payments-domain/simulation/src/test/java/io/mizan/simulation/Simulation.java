package io.mizan.simulation;

import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One play: a merchant, a customer, a provider, a wire between them that loses what it carries, and a server that may die
 * at any statement, all drawn from one seed. After each move what must always be true is checked; in the end everybody
 * comes to rest, and what must be true then.
 */
final class Simulation {
    private static final Duration HORIZON = Duration.ofHours(36);
    private static final int MOST_ROUNDS = 400;

    private static final List<GatewayName> CARDS = List.of(CardsGateway.NAME);
    private static final List<GatewayName> INVOICES = List.of(InvoicesGateway.NAME);
    private static final List<GatewayName> BOTH = List.of(CardsGateway.NAME, InvoicesGateway.NAME);

    private final long seed;
    private final Stage stage;
    private final Dice dice;
    private final Chronicle chronicle = new Chronicle();
    private final SimulatedClock clock = new SimulatedClock();
    private final Provider provider;
    private final Misfortune misfortune;
    private final Wire wire;
    private final Server server;
    private final Customer customer;
    private final Merchant merchant;
    private final Post post;
    private final Workers workers;
    private final Auditor auditor;
    private final boolean lettersArriveInTheEnd;
    private final List<Move> moves;

    /**
     * @param keepsKeys whether the provider is sound
     * @param casting may put other beans in the place of ours, to see whether it is noticed
     */
    Simulation(long seed, Stage stage, boolean keepsKeys, Consumer<Beans> casting) {
        this.seed = seed;
        this.stage = stage;
        this.dice = new Dice(seed);
        this.provider = new Provider(clock, keepsKeys);
        var offered = keepsKeys ? dice.oneOf(List.of(CARDS, CARDS, INVOICES, BOTH)) : CARDS;
        // What an unsound provider does shows on a bad wire only, and it is to show soon.
        var trouble = keepsKeys ? dice.oneOf(List.of(0.0, 1.0, 1.5, 2.0)) : 3.0;
        this.lettersArriveInTheEnd = dice.toss();

        this.misfortune = new Misfortune(stage.database(), dice, chronicle, trouble, this::move);
        this.wire = new Wire(misfortune, dice, chronicle);
        var gateways = new Gateways(List.of(new CardsGateway(provider, wire), new InvoicesGateway(provider, wire)));
        this.server = new Server(stage, clock, gateways, dice, casting);
        var books = new Books(stage);
        this.customer = new Customer(server, provider, stage.vault(), books, dice, chronicle);
        this.merchant = new Merchant(server, provider, offered, books, customer, dice, chronicle);
        this.post = new Post(server, provider, gateways, dice, chronicle);
        this.workers = new Workers(stage, clock, server::beans);
        this.auditor = new Auditor(stage, clock, server, books, merchant, misfortune, chronicle);
        this.moves = Stream.of(
                        merchant.moves(),
                        customer.moves(),
                        post.moves(),
                        wire.moves(),
                        workers.moves(),
                        passing(clock, dice))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Move> passing(SimulatedClock clock, Dice dice) {
        return List.of(
                new Move("seconds pass", 10, () -> true, () -> clock.forward(Duration.ofSeconds(1 + dice.below(20)))),
                new Move("minutes pass", 8, () -> true, () -> clock.forward(Duration.ofMinutes(1 + dice.below(45)))),
                new Move("hours pass", 4, () -> true, () -> clock.forward(Duration.ofHours(1 + dice.below(13)))));
    }

    /**
     * @return which kinds of things were seen
     * @throws AssertionError with the story, if a promise was broken
     */
    Set<String> play() {
        stage.clear();
        stage.database().ruledBy(misfortune);
        try {
            server.start(misfortune);
            int steps = 8 + dice.below(8) + (dice.oneIn(4) ? dice.below(28) : 0);
            for (int i = 0; i < steps; i++) {
                step();
            }
            rest();
        } catch (RuntimeException | SQLException | AssertionError | Crash failure) {
            throw new AssertionError(
                    "seed " + seed + ": " + failure + "\nAgain: -Dmizan.simulation.seed=" + seed + "\n" + story(),
                    failure);
        } finally {
            stage.database().ruledBy(Fate.KIND);
        }
        return chronicle.seen();
    }

    /** What happened, for a comparison of two plays. */
    String story() {
        return chronicle.story();
    }

    private void step() throws SQLException {
        misfortune.moveBegins();
        try {
            move();
        } catch (Crash crash) {
            chronicle.tell("  the process dies " + crash.getMessage());
            chronicle.see("crash " + crash.getMessage());
            server.start(misfortune);
        }
        misfortune.moveEnds();
        provider.timePasses();
        auditor.look();
    }

    /** Somebody who can do something does it: in their turn, or between what others do. */
    private void move() {
        var possible = moves.stream().filter(it -> it.possible().getAsBoolean()).toList();
        int drawn = dice.below(possible.stream().mapToInt(Move::weight).sum());
        for (var move : possible) {
            drawn -= move.weight();
            if (drawn < 0) {
                play(move);
                return;
            }
        }
    }

    private void play(Move move) {
        chronicle.tell(move.name());
        chronicle.see(move.name());
        try {
            move.act().run();
        } catch (RuntimeException failure) {
            if (!misfortune.struck()) {
                throw failure;
            }
            chronicle.tell("  fails: " + failure.getClass().getSimpleName());
        }
    }

    /** Nothing fails any more and nobody begins anything: everybody finishes what they are at. */
    private void rest() {
        chronicle.tell("everybody comes to rest at " + clock.now());
        misfortune.calmDown();
        wire.everythingArrives();
        customer.paySlowly();
        merchant.insist(clock);
        var end = clock.now().plus(HORIZON);
        for (int round = 0; ; round++) {
            provider.timePasses();
            if (lettersArriveInTheEnd) {
                post.deliverAll();
            }
            var next = workers.nextDue();
            if (next.isEmpty() || next.get().isAfter(end)) {
                break;
            }
            clock.forwardTo(next.get());
            var due = workers.due();
            if (round == MOST_ROUNDS) {
                throw new AssertionError("it does not come to rest, for ever in " + due);
            }
            due.forEach(workers::work);
        }
        workers.anchor();
        auditor.lookAtRest();
        new Ending(stage, provider, merchant, post, chronicle).check();
    }
}
