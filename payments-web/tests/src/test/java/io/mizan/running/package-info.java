/** The run command as a person meets it: started as a process, watched from outside, ended by a signal. */
package io.mizan.running;
