/** Working a stored callback once more: first to see what it would change, then to do it, through the one door. */
package io.mizan.replay;
