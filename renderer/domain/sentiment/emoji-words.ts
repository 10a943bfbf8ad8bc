/** What emoji and faces of signs weigh: read off by us; the flat, pale and rolling ones are upset in customers' hands. */
export const emojiWords = `
-3 🤬 😡 🖕 💩 🤮
-2.4 😠 😤 👿 😭 💔 😢 😞 😩 😫 🤢 😰 😱 👎 ☹ 😖 😣 🙁 😔 😟 🥺 😥 😓 </3 :( :-( ;( =( :'( :'-( ): :/ :-/ :\\ :| T_T
-1.6 🙄 😒 😑 🤦 😐 😕 😬 🤡 😪 😵 🥴 🤯 😷 🤨 😳 😧 😦 😨 😿 🚮 🆘 ❌ ⚠ -_- :o
-0.6 🤷 😶 😴 ⏳ ⌛ 🐌 🥱
0.3 🤔 📎 📄 ☎ 📞 ✉ 📷 👋 🙈
1 🙏 👍 👌 ✅ ✔ 😅 🙃 😉 ;) ;-) 🍀 ☀ 💪
2 🙂 😊 ☺ 😀 😃 😄 😁 😆 🤗 😌 😇 😂 🤣 😎 🤩 🥰 😍 😘 🥳 🎉 🎊 👏 🙌 💯 ⭐ 🌟 ✨ 🌈 🌸 🌷 🌹 💐 🏆 🥇 🫶 🍾 🥂 💃 🕺 😺 :) :-) =) (: :D :-D =D XD xD :P :* ^^ ^_^ 💸 🚀 🍁 🔥
2.6 ❤ ♥ 💖 💕 💗 💓 💜 💙 💚 🧡 💛 😻 💞 💘 🩷 🖤 🤍 <3
`
