/** What is tried first, in small letters and without signs; a password that is one of these twice is no better. */
export const COMMON: readonly string[] = `
  123456789012 1234567890123 12345678901234 123456789123 1234567890ab 0123456789012 098765432109 987654321098
  123123123123 112233445566 121212121212 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5y6 zaq12wsxcde3
  qwertyuiop12 qwertyuiop123 qwertyuiopas qwertyuiopasdf qwerty123456 qwerty12345678 qwertyqwerty asdfghjkl123
  asdfghjkl1234 zxcvbnm12345 zxcvbnmasdfgh qazwsxedcrfv abcdefghijkl abcdef123456 abc123abc123 abcd12345678 a1b2c3d4e5f6
  password passw0rd p4ssw0rd password1234 password12345 password123456 passw0rd1234 passwordpassword mypassword123
  letmein12345 letmeinletmein welcome12345 welcome123456 iloveyou1234 iloveyou12345 ilovemyfamily sunshine1234
  princess1234 football1234 baseball1234 superman1234 dragon123456 monkey123456 trustno1trustno1 changeme1234
  changemenow1 changethispassword administrator administrator1 administrator123 adminadmin admin admin123 admin12345678
  admin1234567 rootrootroot toor12345678 test12345678 testtesttest default12345 secret123456 supersecret12 masterkey123
  correcthorsebatterystaple indonesia indonesia123 indonesia1234 indonesia12345 indonesiaraya indonesiaraya45
  indonesiamerdeka merdeka12345 merdeka171945 pancasila123 pancasila1945 bhinnekatunggalika garudaindonesia bismillah
  bismillah123 bismillah1234 bismillahirrahmanirrahim alhamdulillah alhamdulillah1 alhamdulillah123 assalamualaikum
  allahuakbar1 allahuakbar123 subhanallah12 masyaallah123 insyaallah123 sayangku1234 sayangsayang cintaku12345
  akucintakamu akusayangkamu rahasia rahasia12345 rahasia123456 rahasianegara katasandi katasandi123
  katasandi1234 sandi12345678 sandirahasia terserah1234 gakadapassword tidakadapassword lupapassword lupapassword1
  jakarta12345 jawatengah jawatengah12 jawatengah123 jawatengah33 purbalingga purbalingga1 purbalingga12 purbalingga123
  purbalingga1234 purbalingga2024 purbalingga2025 purbalingga2026 purbalinggajaya purbalinggaperwira perwirapurbalingga
  bobotsari123 kominfo12345 dinkominfo dinkominfo12 dinkominfo123 dinkominfo2026 kabupatenpurbalingga pemkabpurbalingga
  lapormasbup lapormasbup12 lapormasbup123 laporgub1234 simpuladuan simpuladuan1 simpuladuan12 simpuladuan123 aduanaduan
  aduanwarga12 aduanmasyarakat bupati123456 bupatipurbalingga semarang1234 banyumas1234
`
  .trim()
  .split(/\s+/);
