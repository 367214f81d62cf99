/**
 * Forgetting people: a customer who asked for it, with two members of staff, and everybody and every raw body after the
 * time that they are kept. Money, facts, ledger, timeline and chains hold ids and digests only, so all of them stay as
 * they are and still verify.
 */
package io.mizan.erasure;
