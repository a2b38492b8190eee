"""The marks of the registers (Registerzeichen) of German courts and prosecutors.

Source: Aktenordnungen of the Länder, https://de.wikipedia.org/wiki/Aktenzeichen_(Deutschland)
"""

from __future__ import annotations

# One letter is also a unit or a size: such a number needs more to be a case.
_SINGLE = "A B C D E F H J K L M N O P R S T U V W X"
_COURTS = """
Cs Ds Ls Gs Bs OWi AR Js UJs VRs VRJs HEs Gns Bew Hs PLs OJs BJs BGs Jug Kls KLs Ks Ns
Qs StVK Ss Ws RBs ORs ORbs OAus Ausl VAs StR StB ARs AK GSSt GSZ VGS AnwSt AnwZ NotZ NotSt
ZR ZB ZA BLw LwZR KZR KVR KVZ KZB KRB EnVR EnVZ EnZR EnZB EnRB RiZ RiSt PatAnwZ StbSt WpSt ARZ
BvR BvL BvF BvE BvQ BvB BvC BvG BvH BvK BvM BvN BvO BvP BVL PBvU RVs RVGs PBvV VB VerfGH VfGH VfGBbg
UF WF UFH WEG Lw XV OH HKO HK SH SA AktE AktG AR Kart Verg EK MK Sch SchH UKl VA Va UH
IN IK IE IX XIV XVII XVI VI IV III II UR Urk GR GnR
AZR AZN AZB ABR ABN ABA AZA Ca BV BVGa Ga Ha Sa Ta TaBV TaBVGa SaGa SHa BVTa
AS KR SB AL SO KA VG VE VS VU VJ VK VM EG BK AY LW KN SV BA KG SF ER NZB
BN CN CE CS ZB AE AV AS NE KE TG UE UZ TH WB WD WDB PB VR PKH KSt Nc
GrS Ko StE Ni Pat
"""
ROMAN = "(?:XII|VIII|VII|XI|IX|VI|IV|III|II|X|V|I)"

SINGLE = f"[{_SINGLE.replace(' ', '')}]"
LONG = "|".join(sorted(set(_COURTS.split()), key=lambda mark: (-len(mark), mark)))
