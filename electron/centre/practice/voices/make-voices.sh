#!/bin/sh
# Speaks every line of lines.tsv into <name>.wav: 8 kHz, mono, G.711 mu-law.
# Needs flite (voices slt and rms), espeak-ng (voice fr-fr) and sox. Run it in any directory; it writes beside itself.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Speech level that each recording is brought to, in dB below full scale (RMS over the whole line).
level=-21

# Silence between the two languages of a line, in seconds.
gap=0.3

speak() { # name, text -> $work/raw.wav
  case $1 in
    en-child-* | en-lead-*) flite -voice rms --setf duration_stretch=1.02 -t "$2" -o "$work/raw.wav" ;;
    en-*) flite -voice slt --setf duration_stretch=1.02 -t "$2" -o "$work/raw.wav" ;;
    fr-travel-* | fr-lead-*) espeak-ng -v fr-fr+m3 -s 155 -p 42 -w "$work/raw.wav" "$2" ;;
    fr-*) espeak-ng -v fr-fr+f3 -s 155 -p 48 -w "$work/raw.wav" "$2" ;;
    *) echo "no voice for $1" >&2; exit 1 ;;
  esac
}

record() { # name, text, file
  speak "$1" "$2"
  # Telephone band, then no silence before the first or after the last sound (1 % of full scale).
  sox -D "$work/raw.wav" -r 8000 -c 1 -b 16 "$work/band.wav" highpass 150 lowpass 3600 rate -v 8000
  sox -D "$work/band.wav" "$work/trimmed.wav" norm -3 silence 1 0.005 1% reverse silence 1 0.005 1% reverse
  rms=$(sox "$work/trimmed.wav" -n stat 2>&1 | awk '/RMS.*amplitude/ { print 20 * log($3) / log(10) }')
  gain=$(awk "BEGIN { print $level - ($rms) }")
  sox -D "$work/trimmed.wav" -e u-law -b 8 "$3" gain "$gain"
}

tab=$(printf '\t')
while IFS="$tab" read -r name text; do
  case $name in
    both-*) # English, a slash, French
      record "en-${name#both-}" "${text%% / *}" "$work/en.wav"
      record "fr-${name#both-}" "${text#* / }" "$work/fr.wav"
      sox -D "$work/en.wav" "$work/en-gap.wav" pad 0 "$gap"
      sox -D "$work/en-gap.wav" "$work/fr.wav" "$here/$name.wav"
      ;;
    *) record "$name" "$text" "$here/$name.wav" ;;
  esac
done < "$here/lines.tsv"
